/** A week of one row: minutes a head, as number, sign and shade. */
import { SIGNS } from '../../parts/common.tsx';
import { stepOf } from '../../sums.ts';

export function Cell({ sum, heads, busy, href }: { sum: number; heads: number; busy: string; href: string }) {
  const each = heads > 0 ? sum / heads : sum;
  const shown = each > 0 ? Math.max(1, Math.round(each)) : 0;
  const step = stepOf(each);
  const title = busy === '' ? undefined : busy;
  return (
    <td class={`h${step}${busy === '' ? '' : ' busy'}`} title={title}>
      <a href={href} tabIndex={-1}>
        {shown > 0 ? (
          <>
            <b class={shown > 99 ? 'long' : undefined}>{shown}</b>
            <i aria-hidden="true">{SIGNS[step]}</i>
          </>
        ) : (
          <span class="vh">none</span>
        )}
        {busy !== '' && <span class="vh">, {busy}</span>}
      </a>
    </td>
  );
}

/** Three days of a week or more make it a busy one. */
const BUSY_DAYS = 3;

export function busyWords(
  busy: readonly { from: number; to: number; reason: string }[],
  monday: number,
): string {
  let days = 0;
  let why = '';
  for (const { from, to, reason } of busy) {
    const some = Math.min(to, monday + 6) - Math.max(from, monday) + 1;
    if (some <= 0) continue;
    days += some;
    why = reason;
  }
  return days < BUSY_DAYS ? '' : `busy${why === '' ? '' : `: ${why}`}`;
}
