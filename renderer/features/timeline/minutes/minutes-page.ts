import type { Minutes, MinutesLine, MinutesPart } from './minutes.ts';

/** The minutes as one HTML page that needs nothing else, to be read and printed anywhere. `headings`: of time, who and what. */
export function minutesPage(minutes: Minutes, headings: readonly [string, string, string]): string {
  const title = escaped(minutes.title);
  const sections = minutes.sections.map(
    ({ heading, empty, parts }) =>
      `<section><h2>${escaped(heading)}</h2>${
        parts.length === 0 ? `<p>${escaped(empty)}</p>` : parts.map((part) => partHtml(part, headings)).join('')
      }</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${minutes.facts.map((fact) => `${escaped(fact)}.`).join('<br>')}</p>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function partHtml({ heading, lines }: MinutesPart, headings: readonly [string, string, string]): string {
  const head = heading === null ? '' : `<h3>${escaped(heading)}</h3>`;
  if (lines.every(({ at }) => at === null))
    return `${head}<ul>${lines.map((line) => `<li>${mark(line)}${escaped(line.words)}</li>`).join('')}</ul>`;
  const columns = headings.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  return `${head}<table><thead><tr>${columns}</tr></thead><tbody>${lines.map(rowHtml).join('')}</tbody></table>`;
}

function rowHtml(line: MinutesLine): string {
  const quote = line.quote === null ? '' : `<blockquote>${escaped(line.quote)}</blockquote>`;
  const who = line.who === null ? '–' : `${mark(line)}${escaped(line.who)}`;
  return `<tr><td>${escaped(line.at ?? '')}</td><td>${who}</td><td>${escaped(line.words)}${quote}</td></tr>`;
}

const mark = ({ team }: MinutesLine): string => (team === null ? '' : `<i class="${team}"></i>`);

const ENTITY_BY_SIGN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => ENTITY_BY_SIGN[sign] ?? sign);

const STYLE = `
body { margin: 0; background: #fff; color: #16181b; font: 14px/20px Inter, system-ui, sans-serif; }
main { max-width: 800px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 24px; line-height: 32px; }
h2 { margin: 24px 0 8px; font-size: 16px; }
h3 { margin: 12px 0 4px; font-size: 14px; }
ul { margin: 0; padding: 0; list-style: none; }
table { width: 100%; border-collapse: collapse; }
th { color: #4a4f55; font-size: 12px; font-weight: 400; text-align: left; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #e3e3de; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { width: 1px; white-space: nowrap; }
td:nth-child(2) { width: 160px; }
blockquote { margin: 4px 0 0; padding-left: 8px; border-left: 2px solid #c6c6bf; white-space: pre-wrap; }
i { display: inline-block; width: 8px; height: 8px; margin-right: 8px; border-radius: 50%; print-color-adjust: exact; }
.marketing { background: #1f6fd0; }
.sales { background: #c2570c; }
tr, h2, h3 { break-inside: avoid; }
h2, h3 { break-after: avoid; }
`;
