import type { Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { CountedValue } from '../../../../core/templates/columns.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { countsWords, pointsWords, ruleWords } from '../words/rule-words.tsx';
import { type Changes, type Programme, proposedValues, toggled } from './programme-model.ts';
import { ValueChoice } from './value-choice.tsx';

interface ProgrammeRulesProps {
  readonly programme: Programme;
  /** With the values as they were chosen. */
  readonly taken: RuleSet;
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
}

/** The rules that come onto the table, each in words, and beneath it the values that were proposed for it. */
export const ProgrammeRules = ({ programme, taken, changes, onChange }: ProgrammeRulesProps) => {
  const { t } = useMessages();
  const count = programme.ruleSet.rules.length;
  const all = count + programme.unmapped.length;
  return (
    <section className="programme-rules" aria-label={t('templates.rulesHere')}>
      <h3>
        {programme.canonical
          ? t('templates.rulesCanonical', { rules: count })
          : t('templates.rulesCarried', { carried: count, all })}
      </h3>
      <ul>
        {programme.ruleSet.rules.map((proposed) => {
          const rule = taken.rules.find(({ id }) => id === proposed.id) ?? proposed;
          const offered = programme.mapped.find((slot) => slot.rule === rule.id)?.offered ?? NONE;
          const values = proposedValues(proposed, offered);
          const chosen = changes.valuesByRule.get(rule.id) ?? values ?? [];
          return (
            <li key={rule.id}>
              <RuleLine rule={rule} />
              {values === null ? (
                <Found offered={offered} />
              ) : (
                <ValueChoice
                  rule={rule.name}
                  offered={offered}
                  chosen={chosen}
                  onToggle={(value) =>
                    onChange({
                      ...changes,
                      valuesByRule: new Map([...changes.valuesByRule, [rule.id, toggled(chosen, value, offered)]]),
                    })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const NONE: readonly CountedValue[] = [];
const MOST_FOUND = 6;

export const RuleLine = ({ rule }: { readonly rule: Rule }) => {
  const messages = useMessages();
  return (
    <div className={`programme-rule${rule.enabled ? '' : ' off'}`}>
      <span className="strong">{rule.name}</span>
      <span>{ruleWords(messages, rule)}</span>
      <span className="secondary">
        {rule.enabled ? countsWords(messages, rule) : messages.t('readable.off')}
        {rule.disqualifies && `, ${messages.t('rules.row.disqualifies')}`}
      </span>
      <span className="strong number">{pointsWords(messages, rule)}</span>
    </div>
  );
};

/** Where the rule asks for words or addresses: the cells that hold them. */
const Found = ({ offered }: { readonly offered: readonly CountedValue[] }) => {
  const { t, format } = useMessages();
  if (offered.length === 0) return null;
  const named = offered.slice(0, MOST_FOUND).map(({ value, rows }) => `${value} ${format.count(rows)}`);
  const more = offered.length - named.length;
  return (
    <p className="hint programme-found">
      {t('templates.found', { values: named.join(', ') })}
      {more > 0 && ` ${t('templates.foundMore', { more })}`}
    </p>
  );
};
