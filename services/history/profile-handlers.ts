/** The profile of the open workshop's history, worked out where the history is held. */
import type { Input } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { ProfileFault } from '../../core/profile/profile.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { ReplayClient } from '../replay/replay-client.ts';
import type { Replayable } from '../replay/replay-handlers.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import type { AskedProfile } from './profile-answer.ts';

export function createProfileHandlers({
  open,
  client,
  replayable,
}: {
  readonly open: OpenWorkshop;
  readonly client: ReplayClient;
  readonly replayable: () => Reply<Replayable>;
}): { readonly 'history.profile': Handler<'history.profile'> } {
  return {
    'history.profile': async (input) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const history = replayable();
      if (!history.ok) return history;
      const answered = await client.ask(history.value.source, {
        kind: 'profile',
        asked: askedOf(input, listKeptOut(workshop.value)),
      });
      if (!answered.ok) return answered;
      return answered.value.ok ? reply(answered.value.value) : refusal(answered.value.error);
    },
  };
}

const askedOf = (input: Input<'history.profile'>, keptOut: readonly string[]): AskedProfile => ({
  options: { horizon: input.horizon ?? 'outcome' },
  keptOut,
  cutPoints: input.cutPoints ?? {},
  pair: input.pair ?? null,
  bestPairs: input.bestPairs ?? false,
});

function refusal(fault: ProfileFault): ReturnType<typeof refuse> {
  switch (fault.kind) {
    case 'noBands':
      return refuse(
        'notFound',
        `The leads have no number or date called '${fault.attribute}', which bands need.`,
        'cutPoints',
      );
    case 'notAscending':
      return refuse(
        'badInput',
        `The cut points of '${fault.attribute}' must each be above the one before.`,
        'cutPoints',
      );
    case 'unknownLevel':
      return refuse('notFound', `The profile has no level ${JSON.stringify(fault.level)}.`, 'pair');
  }
}
