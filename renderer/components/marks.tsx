import type { Outcome } from '../../api/core-types.ts';
import type { MessageId } from '../i18n/catalogue.ts';

/** The scenario's line, or the baseline's grey dashes. */
export const LineKey = ({ dashed = false }: { readonly dashed?: boolean }) => (
  <svg width="18" height="8" aria-hidden="true">
    <line
      x1="0"
      x2="18"
      y1="4"
      y2="4"
      stroke={dashed ? 'var(--grey)' : 'var(--whose)'}
      strokeWidth="2"
      {...(dashed ? { strokeDasharray: '4 3' } : {})}
    />
  </svg>
);

export type SwatchKind = 'hatch' | 'dots' | 'bar' | 'band' | 'plateau' | 'interval';

const FILL_BY_SWATCH: Readonly<Record<SwatchKind, string>> = {
  hatch: `url(#hatch)`,
  dots: 'url(#dots)',
  bar: 'var(--bar)',
  band: 'var(--band)',
  plateau: 'var(--bg3)',
  interval: 'none',
};

export const Swatch = ({ kind }: { readonly kind: SwatchKind }) =>
  kind === 'interval' ? (
    <svg width="16" height="10" aria-hidden="true">
      <path d="M0 5h16" stroke="var(--whose)" strokeWidth="1.5" />
      <circle cx="8" cy="5" r="3.5" fill="var(--whose)" />
    </svg>
  ) : (
    <svg width="12" height="10" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="11"
        height="9"
        fill={FILL_BY_SWATCH[kind]}
        stroke={kind === 'plateau' ? 'var(--line2)' : kind === 'hatch' || kind === 'dots' ? 'var(--ink3)' : 'none'}
      />
    </svg>
  );

/** What sales recorded: shape first, colour never needed. */
export const OutcomeMark = ({ outcome }: { readonly outcome: Outcome }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {outcome === 'converted' && <circle cx="6" cy="6" r="4.5" fill="var(--ink)" />}
    {outcome === 'not converted' && <circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink)" strokeWidth="1.5" />}
    {outcome === 'unobserved' && <rect x="1.5" y="1.5" width="9" height="9" fill="url(#hatch)" stroke="var(--ink3)" />}
    {outcome === 'immature' && (
      <circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink3)" strokeWidth="1.5" strokeDasharray="2 2" />
    )}
    {outcome === 'customer' && <path d="M6 1 11 6 6 11 1 6z" fill="none" stroke="var(--ink)" strokeWidth="1.5" />}
  </svg>
);

export const OUTCOME_MESSAGE = {
  converted: 'frame.outcomeConverted',
  'not converted': 'frame.outcomeNotConverted',
  immature: 'frame.outcomeImmature',
  unobserved: 'frame.outcomeUnobserved',
  customer: 'frame.outcomeCustomer',
} as const satisfies Readonly<Record<Outcome, MessageId>>;

/** Once in the document: hatched is "never worked", dotted is "too early"; in the tokens' ink, so light and dark need no second set. */
export const Hatches = () => (
  <svg width="0" height="0" className="hatches" aria-hidden="true">
    <HatchDefinitions />
  </svg>
);

/** Also copied into every exported picture. */
const HatchDefinitions = () => (
  <defs>
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" x2="0" y1="0" y2="4" stroke="var(--ink3)" strokeWidth="1.6" />
    </pattern>
    <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">
      <circle cx="1" cy="1" r="0.8" fill="var(--ink3)" />
    </pattern>
  </defs>
);
