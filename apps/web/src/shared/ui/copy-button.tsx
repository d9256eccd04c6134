import { tell } from './told';

interface CopyButtonProps {
  readonly value: string;
  readonly name: string;
}

/** Puts a value on the clipboard, which nobody should have to type. */
export function CopyButton({ value, name }: CopyButtonProps) {
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    tell(`已复制${name}。`);
  };
  return (
    <button
      type="button"
      className="link-button no-print"
      aria-label={`复制${name}`}
      onClick={() => void copy()}
    >
      复制
    </button>
  );
}
