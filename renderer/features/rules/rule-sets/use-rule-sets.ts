import { useEffect, useState } from 'react';
import type { RuleSetOnList } from '../../../../api/rule-sets.ts';
import { useScenario, useStores } from '../../../stores/use-stores.tsx';

/** The rule sets of the workshop, as they are after each change that the app has told of. */
export const useRuleSets = () => {
  const { client } = useStores();
  const revision = useScenario((state) => state.stored?.revision ?? null);
  const [ruleSets, setRuleSets] = useState<readonly RuleSetOnList[]>([]);
  useEffect(() => {
    let isWanted = revision !== null;
    const fetchList = async () => {
      const reply = await client('ruleSets.list', {});
      if (isWanted && reply.ok) setRuleSets(reply.value);
    };
    void fetchList();
    return () => {
      isWanted = false;
    };
  }, [client, revision]);
  const setRemoved = async (id: number, isRemoved: boolean) => {
    const reply = await client('ruleSets.setRemoved', { id, isRemoved });
    if (reply.ok) setRuleSets(reply.value);
  };
  return { ruleSets, setRemoved };
};
