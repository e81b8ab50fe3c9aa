/** Ways to the other files. */
import { usePage } from '../../parts/common.tsx';

/** Other files of the folder, as far as they are there. */
export function Files({ kind, of }: { kind: string; of: number }) {
  const { data } = usePage();
  const some = data.files.filter((file) => file.kind === kind && file.of === of);
  if (some.length === 0) return null;
  return (
    <p class="links files">
      {some.map(({ text, href }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </p>
  );
}
