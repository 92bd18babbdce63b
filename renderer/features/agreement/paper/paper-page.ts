import { definitionParts } from '../../../../core/agreement/definition.ts';
import type { AgreementPaper, PaperSection } from './agreement-paper.ts';

/** The agreement as one HTML page that needs nothing else, to be read and printed anywhere. */
export function paperPage({ title, facts, definition, sections }: AgreementPaper): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="facts">${facts.map(escaped).join(' · ')}</p>
<h1>${escaped(title)}</h1>
<p class="definition">${marked(definition)}</p>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ heading, whose, columns, rows, lines }: PaperSection): string {
  const head = columns.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((text) => `<td>${marked(text)}</td>`).join('')}</tr>`).join('');
  const table = rows.length === 0 ? '' : `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  const list = lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${marked(line)}</li>`).join('')}</ul>`;
  return `<section${whose === null ? '' : ` class="${whose}"`}><h2>${escaped(heading)}</h2>${table}${list}</section>`;
}

const marked = (text: string): string =>
  definitionParts(text)
    .map((part) => (part.isValue ? `<b>${escaped(part.text)}</b>` : escaped(part.text)))
    .join('');

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
.facts { margin: 0; color: #4a4f55; }
h1 { margin: 8px 0; font-size: 16px; }
.definition { margin: 0 0 24px; font-size: 24px; line-height: 32px; letter-spacing: -0.01em; }
b { font-weight: 600; }
h2 { margin: 24px 0 8px; font-size: 14px; }
.marketing h2 { color: #1a5fb4; }
.sales h2 { color: #a84a08; }
.marketing table { border-left: 3px solid #1f6fd0; }
.sales table { border-left: 3px solid #c2570c; }
ul { margin: 0; padding: 0; list-style: none; }
li { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; print-color-adjust: exact; }
th { color: #4a4f55; font-size: 12px; font-weight: 400; text-align: left; }
th, td { padding: 6px 12px; border-bottom: 1px solid #e3e3de; vertical-align: top; overflow-wrap: anywhere; }
tr, h2 { break-inside: avoid; }
h2 { break-after: avoid; }
`;
