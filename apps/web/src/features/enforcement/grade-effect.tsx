import type { PublicityClass } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';
import { gradeEffectInWords } from '../../shared/ui/grade-effect-words';
import { GradeMark } from '../../shared/ui/status';
import { useGradePreview } from './queries';

interface GradeEffectProps {
  readonly institutionId: string;
  readonly publicityClass: PublicityClass;
}

/** What the penalty would do to the grade, as an item of a list; nothing until it is known. */
export function GradeEffect({ institutionId, publicityClass }: GradeEffectProps) {
  const { data, isError } = useGradePreview(institutionId, publicityClass);
  if (isError) return <li>暂时没有取得对信用等级的影响。</li>;
  if (!data) return null;
  const { before, after, outlook } = data;
  return (
    <li>
      {gradeEffectInWords(data)}{' '}
      {before.grade !== after.grade && (
        <>
          <GradeMark grade={before.grade} /> →{' '}
        </>
      )}
      <GradeMark grade={after.grade} />
      {outlook.length > 0 && (
        <>
          <br />
          <span className="muted">
            此后不发生其他事件的：
            {outlook.map(({ on, score, grade }) => `${dayInWords(on)} ${score} 分（${grade}）`).join('，')}。
          </span>
        </>
      )}
    </li>
  );
}
