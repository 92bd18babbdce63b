import { useEffect, useState } from 'react';
import type { RuleSetOnList } from '../../api/rule-sets.ts';
import { useScenario, useStores } from './use-stores.tsx';

/** The scenarios of the workshop, in the order in which they were made, as they are after each change that the app has told of. */
export const useScenarios = () => {
  const { client } = useStores();
  const revision = useScenario((state) => state.stored?.revision ?? null);
  const [scenarios, setScenarios] = useState<readonly RuleSetOnList[]>([]);
  useEffect(() => {
    let isWanted = revision !== null;
    const fetchList = async () => {
      const reply = await client('ruleSets.list', {});
      if (isWanted && reply.ok) setScenarios(reply.value);
    };
    void fetchList();
    return () => {
      isWanted = false;
    };
  }, [client, revision]);
  const setRemoved = async (id: number, isRemoved: boolean, label: string) => {
    const reply = await client('ruleSets.setRemoved', { id, isRemoved, label });
    if (reply.ok) setScenarios(reply.value);
  };
  return { scenarios, setRemoved };
};
