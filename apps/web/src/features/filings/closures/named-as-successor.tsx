import type { Kind } from '@zhaoguan/contracts';
import { useMay } from '../../../shared/session/use-session';
import { dayInWords } from '../../../shared/ui/dates';
import { namedInWords } from './closure-words';
import { useClosuresNaming } from './queries';

interface NamedAsSuccessorProps {
  readonly institution: { readonly id: string; readonly kind: Kind };
}

/** On the page of an institution that a closure names as taking over (承接机构), until that is written into its lineage. */
export function NamedAsSuccessor({ institution: { id, kind } }: NamedAsSuccessorProps) {
  const { data = [] } = useClosuresNaming(id);
  const isOperator = useMay('filing.file');
  return (
    <>
      {data.map((closure) => (
        <p className="notice" key={`${closure.name} ${closure.endsOn}`}>
          {namedInWords(closure, kind, isOperator, dayInWords)}
        </p>
      ))}
    </>
  );
}
