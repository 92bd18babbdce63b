/** The cells that random histories hold and the values that random rule sets ask for: the same, so that conditions hit. */
import type { ColumnKind } from '../../core/history/history.ts';
import type { Scalar } from '../../core/rule-set/rule-set.ts';

export interface RandomColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The empty cell is missing. */
  readonly cells: readonly string[];
}

export const ATTRIBUTES: readonly RandomColumn[] = [
  { name: 'employees', kind: 'number', cells: ['12', '', '0', '7', '12.0', '50', '-3', '+12', '0.5', '1000', '-0'] },
  { name: 'customer', kind: 'yes/no', cells: ['yes', '', 'No', 'TRUE', 'false'] },
  {
    name: 'founded',
    kind: 'date',
    cells: ['2025-01-01', '', '2025-01-01T00:00:00Z', '2025-01-01T02:00:00+02:00', '2024-06-30 12:00', '2025-01-02'],
  },
  {
    name: 'job_title',
    kind: 'text',
    cells: [
      'CTO',
      '',
      'Director Vânzări',
      'director',
      'Owner of sales',
      'ΣΊΣΥΦΟΣ',
      'Σίσυφος',
      'İstanbul director',
      'co-owner',
      'Straße',
      'e\u0301cole',
      'École',
    ],
  },
  { name: 'note', kind: 'text', cells: ['7', '', '007', 'n/a', '12.0', 'yes', '2025-01-01', '-5', '50'] },
];

export const PROPERTIES: readonly RandomColumn[] = [
  {
    name: 'url',
    kind: 'text',
    cells: ['/pricing', '', ' /Pricing ', '/docs', 'Ștefan /pricing', 'S\u0326tefan /pricing'],
  },
  { name: 'seconds', kind: 'number', cells: ['60', '', '5', '5.0', '0.5', '-3'] },
  { name: 'bot', kind: 'yes/no', cells: ['no', '', 'yes', 'TRUE'] },
  { name: 'seen', kind: 'date', cells: ['2025-01-10', '', '2025-01-10T00:00Z', '2025-01-11 12:30:00.5'] },
  { name: 'agent', kind: 'text', cells: ['Firefox', '', 'mail scanner', '7', '2025-01-10', 'no'] },
];

export const ACTIVITY_TYPES: readonly string[] = [
  'page_view',
  'email_open',
  ' EMAIL_OPEN',
  'demo_request',
  'Κλῆσις',
  '',
];
export const ACTIVITY_TYPES_ASKED: readonly string[] = ['page_view', 'Email_Open', 'demo_request', 'κλῆσισ', 'absent'];

export const ATTRIBUTES_ASKED: readonly string[] = [...ATTRIBUTES.map((column) => column.name), 'created', 'absent'];
export const PROPERTIES_ASKED: readonly string[] = [...PROPERTIES.map((column) => column.name), 'type', 'absent'];

/** For `is` and `isNot`: whole values of every kind. */
export const WHOLE_VALUES: readonly Scalar[] = [
  12,
  '12',
  '12.0',
  7,
  '7',
  '007',
  0,
  -3,
  0.5,
  60,
  5,
  true,
  false,
  'yes',
  'TRUE',
  'No',
  '2025-01-01',
  '2025-01-01T00:00:00.000Z',
  '2024-12-31T22:00:00Z',
  '2025-01-10',
  'cto',
  ' CTO ',
  'DIRECTOR',
  'σίσυφοσ',
  'i\u0307stanbul director',
  'STRASSE',
  'straße',
  'éCOLE',
  'N/A',
  '/pricing',
  'ștefan /PRICING',
  'page_view',
  'email_open',
];

/** For the other text operators. */
export const TEXT_VALUES: readonly Scalar[] = [
  'o',
  'dir',
  'DIRECTOR',
  'r',
  'own',
  'σ',
  'ς',
  'i\u0307',
  'ss',
  'é',
  'vânzări',
  '2025',
  '1',
  12,
  7,
  true,
  false,
  '/',
  '/pricing',
  'ș',
  'scan',
  'view',
  '.0',
  '-',
];

/** For `hasWord`: each holds a word. */
export const WORD_VALUES: readonly Scalar[] = [
  'director',
  'Owner',
  'own',
  'owner of',
  'of  SALES',
  'co',
  'σίσυφος',
  'ÉCOLE',
  'istanbul',
  'pricing',
  'scanner',
  'a',
  12,
  7,
  true,
  'email_open',
  'email',
  'view',
];

export const NUMBER_VALUES: readonly number[] = [0, 7, 12, -3, 0.5, 50, 60, 5, 1000, -1000];

export const DATE_VALUES: readonly string[] = [
  '2025-01-01',
  '2025-01-01T00:00:00.001Z',
  '2025-01-10',
  '2024-06-30T12:00',
  '2025-01-20T00:00:00Z',
  '1969-12-31',
];
