import { useEffect, useRef } from 'react';
import { removedRules, ruleStateOf } from '../../../../core/rule-set/compare-rules.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { ViewSwitch } from '../grid/view-switch.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { useSearch } from './search.tsx';

/** Above the list: the search, and how far the rules are from the baseline's. */
export const ListTools = () => {
  const { t } = useMessages();
  const { ruleSet, baseline, baselineName } = useRuleEditing();
  const { query, setQuery, isSearching, isSought } = useSearch();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTypedInto(event.target);
      if (!isFind && !isSlash) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const states = ruleSet.rules.map((rule) => ruleStateOf(baseline, rule));
  const changed = states.filter((state) => state === 'changed').length;
  const added = states.filter((state) => state === 'added').length;
  const removed = removedRules(baseline, ruleSet).length;
  return (
    <div className="list-tools">
      <ViewSwitch />
      <label className="list-search">
        <Icon name="search" size={12} />
        <input
          ref={field}
          type="search"
          className="field-input"
          aria-label={t('rules.search')}
          placeholder={t('rules.search.hint')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (isSearching) setQuery('');
            else event.currentTarget.blur();
          }}
        />
      </label>
      <span className="secondary" role="status">
        {isSearching &&
          t('rules.search.found', { found: ruleSet.rules.filter(isSought).length, all: ruleSet.rules.length })}
      </span>
      <span className="spring" />
      <span className="secondary">
        {changed + added + removed === 0
          ? t('rules.compare.same', { baseline: baselineName })
          : t('rules.compare.counts', { baseline: baselineName, changed, added, removed })}
      </span>
    </div>
  );
};

/** A slash is a letter where text is typed. */
const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));
