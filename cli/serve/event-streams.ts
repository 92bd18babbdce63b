/** Server-sent events: what the app emits, to every open page. */
import type { ServerResponse } from 'node:http';
import type { AppEvent } from '../../api/bridge.ts';

export interface EventStreams {
  readonly add: (response: ServerResponse) => void;
  readonly send: (event: AppEvent) => void;
  readonly count: () => number;
  readonly close: () => void;
}

export function createEventStreams(onCountChange: () => void): EventStreams {
  const streams = new Set<ServerResponse>();
  return {
    add: (response) => {
      // A first line, so that the page knows that it is heard.
      response.write(':ready\n\n');
      streams.add(response);
      onCountChange();
      response.on('close', () => {
        streams.delete(response);
        onCountChange();
      });
    },
    send: (event) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    count: () => streams.size,
    close: () => {
      for (const stream of streams) stream.end();
    },
  };
}
