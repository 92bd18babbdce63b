import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { wordsOfRule } from '../compare/difference.ts';
import { matches } from './matches.ts';

interface Search {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly isSearching: boolean;
  /** By its name, its words and the values in them. */
  readonly isSought: (rule: Rule) => boolean;
}

const SearchContext = createContext<Search>({
  query: '',
  setQuery: () => {},
  isSearching: false,
  isSought: () => true,
});

export const useSearch = (): Search => use(SearchContext);

export const SearchProvider = ({ children }: { readonly children: ReactNode }) => {
  const messages = useMessages();
  const [query, setQuery] = useState('');
  const search = useMemo<Search>(
    () => ({
      query,
      setQuery,
      isSearching: query.trim() !== '',
      isSought: (rule) => query.trim() === '' || matches(wordsOfRule(messages, rule), query),
    }),
    [messages, query],
  );
  return <SearchContext value={search}>{children}</SearchContext>;
};
