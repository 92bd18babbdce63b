import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../../../api/reply.ts';
import { TEMPLATES } from '../../../../core/templates/all-templates.ts';
import { templateRuleSet } from '../../../../core/templates/map-template.ts';
import type { TemplateWords } from '../../../../core/templates/template-words.ts';
import type { Client } from '../../../client/client.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHistory, useStores } from '../../../stores/use-stores.tsx';
import { canonicalProgramme, type Programme, programmeOf } from './programme-model.ts';
import { templateWords } from './programme-words.ts';

export interface ProgrammesOnScreen {
  /** In the order in which they are shown; null until the app has answered. */
  readonly programmes: readonly Programme[] | null;
  readonly failure: Failure | null;
}

/** The five programmes on the history's columns, mapped again when the history changes; without one, by themselves. */
export const useProgrammes = (): ProgrammesOnScreen => {
  const { client } = useStores();
  const messages = useMessages();
  const summary = useHistory((state) => state.summary);
  const isEmpty = summary?.leads === 0;
  const words = useMemo(() => templateWords(messages), [messages]);
  const [mapped, setMapped] = useState<ProgrammesOnScreen>(NOTHING);
  useEffect(() => {
    if (summary === null || isEmpty) return;
    let isGone = false;
    void mapAll(client, words).then((answer) => isGone || setMapped(answer));
    return () => {
      isGone = true;
    };
  }, [client, summary, isEmpty, words]);
  const canonical = useMemo<ProgrammesOnScreen>(
    () => ({
      programmes: TEMPLATES.map((template) => canonicalProgramme(template.id, templateRuleSet(template, words))),
      failure: null,
    }),
    [words],
  );
  return isEmpty ? canonical : mapped;
};

const NOTHING: ProgrammesOnScreen = { programmes: null, failure: null };

async function mapAll(client: Client, words: TemplateWords): Promise<ProgrammesOnScreen> {
  const programmes: Programme[] = [];
  for (const { id: template } of TEMPLATES) {
    // One after the other: the first has the columns read, and the others find them there.
    const reply = await client('templates.map', { template, words });
    if (!reply.ok) return { programmes: null, failure: reply.error };
    programmes.push(programmeOf(template, reply.value));
  }
  return { programmes, failure: null };
}
