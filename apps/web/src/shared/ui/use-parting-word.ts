import { useEffect, useRef } from 'react';
import { explain } from './failure';
import { tell } from './told';

interface Asked {
  readonly open: boolean;
  readonly act: string;
  readonly error: Error | null;
}

/**
 * A refusal stands in the dialog of the decision. Where the page changes under it, because somebody else was faster, the
 * dialog goes and takes the refusal with it: then it is said as it goes.
 */
export function usePartingWord({ open, act, error }: Asked): void {
  const unsaid = useRef<string | null>(null);
  useEffect(() => {
    unsaid.current = open && error ? refusalInWords(act, error) : null;
  });
  useEffect(
    () => () => {
      if (unsaid.current !== null) tell(unsaid.current);
    },
    [],
  );
}

function refusalInWords(act: string, error: Error): string {
  const { cause, advice, trace } = explain(error);
  return `没有${act}：${cause}。${advice}${trace === undefined ? '' : `（编号 ${trace}）`}`;
}
