import { CopyButton } from './copy-button';

const SHOWN = 6;

/** A digest or a long number, cut in the middle, to be copied whole. */
export function Digest({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <span className="nowrap">
      <code className="mono" title={value}>
        {value.slice(0, SHOWN)}…{value.slice(-SHOWN)}
      </code>{' '}
      <CopyButton value={value} name={name} />
    </span>
  );
}
