import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../api/bridge.ts';
import { sharedEvents } from '../../renderer/client/shared-events.ts';

const CHANGED: AppEvent = { kind: 'changed', what: 'workshop' };

function stage() {
  const streams = { opened: 0, closed: 0 };
  let send: (event: AppEvent) => void = () => {};
  const subscribe = sharedEvents((tell) => {
    streams.opened += 1;
    send = tell;
    return () => {
      streams.closed += 1;
    };
  });
  return { streams, subscribe, send: (event: AppEvent) => send(event) };
}

describe('events that many listen to', () => {
  it('come over one stream to each of them', () => {
    const { streams, subscribe, send } = stage();
    const heard: string[] = [];
    for (const who of ['one', 'other', 'third']) subscribe(() => heard.push(who));
    send(CHANGED);
    expect(heard).toEqual(['one', 'other', 'third']);
    expect(streams).toEqual({ opened: 1, closed: 0 });
  });

  it('come no more to one who has ended, though the others still hear', () => {
    const { subscribe, send } = stage();
    const heard: string[] = [];
    const end = subscribe(() => heard.push('one'));
    subscribe(() => heard.push('other'));
    end();
    send(CHANGED);
    expect(heard).toEqual(['other']);
  });

  it('end with the last who listens, and begin anew with the next', () => {
    const { streams, subscribe } = stage();
    const same = () => {};
    const ends = [subscribe(same), subscribe(same)];
    ends[0]?.();
    expect(streams.closed).toBe(0);
    ends[1]?.();
    expect(streams.closed).toBe(1);
    subscribe(same);
    expect(streams.opened).toBe(2);
  });
});
