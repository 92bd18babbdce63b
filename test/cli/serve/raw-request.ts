/** Requests written byte by byte: what no HTTP client would send. */
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends the text and reads until the server closes the connection (or the answer to a keep-alive request is whole). */
export function sendRaw(
  port: number,
  text: string,
  more?: { readonly then: string; readonly afterMs: number },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text);
      if (more !== undefined) setTimeout(() => socket.write(more.then), more.afterMs);
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      received += String(chunk);
      const answer = parse(received);
      if (
        answer === null ||
        answer.body.length < Number(answer.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
      )
        return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const answer = parse(received);
      if (answer === null) reject(new Error('the server closed the connection without an answer'));
      else resolve(answer);
    });
  });
}

function parse(received: string): RawAnswer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [statusLine = '', ...lines] = received.slice(0, end).split('\r\n');
  const headers = new Map(
    lines.map(
      (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
    ),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, body: received.slice(end + 4) };
}

/** A request with the head given; `undefined` leaves a header out. */
export function request(line: string, headers: Readonly<Record<string, string | undefined>>, body = ''): string {
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [`${line} HTTP/1.1`, ...lines, '', body].join('\r\n');
}
