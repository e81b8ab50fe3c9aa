/** Sheets as HTML to print: A4, readable in grey, with nothing in them that runs. */
import { createHash } from 'node:crypto';
import type { PrintSheet, SheetRow, SignInSheet } from '../report/sheets/types.ts';
import { escaped } from './html.ts';

const STYLE = `@page{size:A4;margin:14mm}*{box-sizing:border-box}
body{font:10pt/1.35 system-ui,"Segoe UI",Arial,sans-serif;color:#000;background:#fff;margin:0 auto;max-width:186mm;padding:6mm 0;font-variant-numeric:tabular-nums}
h1{font-size:18pt;margin:0 0 1mm;overflow-wrap:anywhere}h2{font-size:12pt;margin:6mm 0 1mm;break-after:avoid}p{margin:0 0 2mm;color:#333}
table{border-collapse:collapse;width:100%;table-layout:fixed}th:nth-child(1){width:16%}th:nth-child(2){width:18%}th:nth-child(3){width:18%}th:nth-child(4){width:15%}th:nth-child(5){width:11%}th,td{border:.3mm solid #888;padding:1mm 1.5mm;text-align:start;vertical-align:top;overflow-wrap:break-word}
th{background:#eee;font-size:8.5pt}tr{break-inside:avoid}thead{display:table-header-group}.lines{display:flex;flex-wrap:wrap;gap:1mm 2mm}
.lines b{flex:1 0 100%;font-size:7.5pt;font-weight:600}.lines span{border-bottom:.3mm solid #000;min-width:11mm;height:6mm;font-size:7.5pt;color:#333}.sign{display:grid;grid-template-columns:1fr 45mm;gap:10mm;margin-top:12mm;break-inside:avoid}
.names td{height:9mm}.names th:nth-child(1){width:6%}.names th:nth-child(2){width:30%}.names th:nth-child(3){width:30%}.names th:nth-child(4){width:34%}
.sign div{border-top:.3mm solid #000;padding-top:1mm}a{color:#0b5c69}`;
const HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** One sheet. */
export function renderSheet({ title, about, months, signs }: PrintSheet): string {
  const tables = months.map(({ name, rows }) => `<h2>${escaped(name)}</h2>\n${tableOf(rows)}`);
  const blocks = signs.map(
    (who) => `<section class="sign"><div dir="auto">Agreed: ${escaped(who)}</div><div>Date</div></section>`,
  );
  const nothing = months.length === 0 ? ['<p>No session.</p>'] : [];
  return page(title, [`<p dir="auto">${escaped(about)}</p>`, ...nothing, ...tables, ...blocks]);
}

function tableOf(rows: readonly SheetRow[]): string {
  const heads = ['When', 'What', 'Who', 'Where', 'Led by', 'Signed in'];
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.map(rowOf).join('\n')}\n</tbody></table>`;
}

function rowOf({ when, what, who, where, leader, seats }: SheetRow): string {
  const cells = [when, what, who, where, leader]
    .map((text) => `<td dir="auto">${escaped(text)}</td>`)
    .join('');
  const lines = seats.map(({ group, lines: some }) => {
    const name = group === '' || some.length === 0 ? '' : `<b dir="auto">${escaped(group)}</b>`;
    return `${name}${some.map((text) => `<span dir="auto">${escaped(text)}</span>`).join('')}`;
  });
  return `<tr>${cells}<td><div class="lines">${lines.join('')}</div></td></tr>`;
}

/** The sheet of one session: a line for each who is to come. */
export function renderSignIn({ title, about, lines }: SignInSheet): string {
  const rows = lines.map(
    ({ name, group }, i) =>
      `<tr><td>${i + 1}</td><td dir="auto">${escaped(name)}</td><td dir="auto">${escaped(group)}</td><td></td></tr>`,
  );
  const head = ['', 'Name', 'Group', 'Signature'].map((text) => `<th scope="col">${text}</th>`).join('');
  return page(title, [
    ...about.map((text) => `<p dir="auto">${escaped(text)}</p>`),
    `<table class="names"><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`,
  ]);
}

/** Where every sheet is. */
export function renderSheetIndex(
  title: string,
  sheets: readonly Pick<PrintSheet, 'path' | 'title'>[],
): string {
  const items = sheets.map(
    ({ path, title: name }) => `<li><a href="${escaped(path)}.html" dir="auto">${escaped(name)}</a></li>`,
  );
  return page(title, [`<ul>\n${items.join('\n')}\n</ul>`]);
}

function page(title: string, blocks: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${escaped(title)}</h1>
${blocks.join('\n')}
</main>
</body>
</html>
`;
}
