import { tell } from './told';

const SHOWN = 6;

/** A digest or a long number, cut in the middle, to be copied whole. */
export function Digest({ value, name }: { readonly value: string; readonly name: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    tell(`已复制${name}。`);
  };
  return (
    <span className="nowrap">
      <code className="mono" title={value}>
        {value.slice(0, SHOWN)}…{value.slice(-SHOWN)}
      </code>{' '}
      <button
        type="button"
        className="link-button no-print"
        aria-label={`复制${name}`}
        onClick={() => void copy()}
      >
        复制
      </button>
    </span>
  );
}
