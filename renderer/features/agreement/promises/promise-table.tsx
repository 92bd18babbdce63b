import type { AgreementDocument } from '../../../../api/core-types.ts';
import type { JudgedPromise } from '../../../../api/promises.ts';
import type { AgreementFault } from '../../../../core/agreement/parse-agreement.ts';
import { figureText, verdictText } from '../../../agreement-words/judged-text.ts';
import { plainPromiseText, promiseText } from '../../../agreement-words/promise-text.ts';
import { FieldFault } from '../../../components/fields/field-fault.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { MarkedText } from '../marked-text.tsx';
import { type PromiseOffer, promiseOffers, withoutPromise, withPromise } from './promise-edits.ts';
import { PromiseFields } from './promise-fields.tsx';
import { faultPath, judgedOf, levelName, type PromiseRow, promiseRows } from './promise-row.ts';
import './promises.css';

interface TableProps {
  readonly document: AgreementDocument;
  readonly whose: 'marketing' | 'sales';
  /** Null: the history has not answered. */
  readonly judged: readonly JudgedPromise[] | null;
  readonly faults: readonly AgreementFault[];
  readonly attributes: readonly string[];
  /** Absent: it is not for change. */
  readonly onChange?: ((next: AgreementDocument, label: string, coalesce?: string) => void) | undefined;
}

/** What a team promises, what the history says about it, and whether it would have held. */
export const PromiseTable = (props: TableProps) => {
  const { t, format } = useMessages();
  const { document, whose, onChange } = props;
  const rows = promiseRows(document).filter((row) => row.whose === whose);
  const offers = promiseOffers(document, props.attributes).filter((offer) => offer.whose === whose);
  return (
    <section className="promises" data-whose={whose} aria-label={t(`agreement.promises.${whose}`)}>
      <h2 className="hue strong">{t(`agreement.promises.${whose}`)}</h2>
      <table className="promise-table">
        <thead>
          <tr>
            <th scope="col">{t('agreement.promises.from', { date: format.calendarDate(document.validFrom) })}</th>
            <th scope="col">{t('agreement.promises.history')}</th>
            <th scope="col">{t('agreement.promises.held')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} {...props} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={3} className="hint">
                {t('agreement.promises.none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {onChange !== undefined && offers.length > 0 && (
        <Offers offers={offers} document={document} onChange={onChange} />
      )}
    </section>
  );
};

/** As long as the words of a step may be, with some to spare. */
const LONGEST_STEP = 400;

const Row = ({ row, document, judged, faults, onChange }: TableProps & { readonly row: PromiseRow }) => {
  const messages = useMessages();
  const { t } = messages;
  const found = judged === null ? undefined : judgedOf(row, judged);
  const path = faultPath(row, document);
  const fault = faults.find(
    (one) => one.path === path || one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`),
  );
  const what = useWhat(document)(row.kind, row.kind === 'followUp' ? row.level : null);
  return (
    <tr>
      <td>
        {onChange === undefined ? (
          <MarkedText text={promiseText(messages, row.made)} />
        ) : (
          <span className="promise-fields">
            <span>
              <PromiseFields
                about={row.made}
                what={what}
                onChange={(made) =>
                  onChange(
                    withPromise(document, row, made),
                    t('agreement.step.promise', { what: plainPromiseText(messages, made).slice(0, LONGEST_STEP) }),
                    `promise ${row.key}`,
                  )
                }
              />
            </span>
            <button
              type="button"
              className="tool small"
              aria-label={t('agreement.promises.remove', { what })}
              onClick={() => onChange(withoutPromise(document, row), t('agreement.step.remove', { what }))}
            >
              <Icon name="cross" size={12} />
            </button>
          </span>
        )}
        <FieldFault fault={fault?.message} />
      </td>
      <td className="secondary">
        {found === undefined ? (judged === null ? t('agreement.promises.late') : '–') : figureText(messages, found)}
      </td>
      <td>{found !== undefined && <Held judged={found} />}</td>
    </tr>
  );
};

const MARK = { held: 'tick', short: 'cross', broken: 'warning', unknown: null } as const;

const Held = ({ judged }: { readonly judged: JudgedPromise }) => {
  const messages = useMessages();
  const { t } = messages;
  const { kind } = judged.verdict;
  const mark = MARK[kind];
  const words = verdictText(messages, judged);
  const title = 'isSure' in judged.verdict && !judged.verdict.isSure ? 'unsure' : kind;
  return (
    <span className={`promise-held ${kind}`} title={t(`agreement.verdict.${title}`)}>
      {mark === null ? <span className="promise-unknown">–</span> : <Icon name={mark} size={12} />}
      <span>{kind === 'broken' ? t('agreement.verdict.brokenBy', { short: words }) : words}</span>
    </span>
  );
};

const Offers = (props: {
  readonly offers: readonly PromiseOffer[];
  readonly document: AgreementDocument;
  readonly onChange: NonNullable<TableProps['onChange']>;
}) => {
  const { t } = useMessages();
  const whatOf = useWhat(props.document);
  return (
    <p className="promise-offers">
      <span className="hint">{t('agreement.promises.add')}</span>
      {props.offers.map(({ kind, level, taken }) => {
        const what = whatOf(kind, level);
        return (
          <button
            key={what}
            type="button"
            className="tool small"
            onClick={() => props.onChange(taken, t('agreement.step.add', { what }))}
          >
            <Icon name="plus" size={12} />
            {what}
          </button>
        );
      })}
    </p>
  );
};

const useWhat = (document: AgreementDocument) => {
  const { t } = useMessages();
  return (kind: PromiseRow['kind'], level: string | null): string =>
    level === null
      ? t(`agreement.kind.${kind}`)
      : t('agreement.kind.followUpOf', { level: levelName(document, level) });
};
