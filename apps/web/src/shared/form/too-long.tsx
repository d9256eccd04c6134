import { charLength } from '@zhaoguan/kernel';

interface TooLongProps {
  readonly text: string;
  readonly max: number;
}

/** Below a box that stands in no form. The text stays whole: a limit in the box would cut off in silence what is pasted. */
export function TooLong({ text, max }: TooLongProps) {
  return (
    <p className="save-failed" role="status">
      {charLength(text) > max && `不超过 ${max} 个字`}
    </p>
  );
}
