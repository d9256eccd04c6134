import { Mark } from '../../../shared/ui/mark';
import type { FollowedRemark } from '../queries';

interface RemarkAtProps {
  readonly remarks: readonly FollowedRemark[];
  readonly pointer: string;
}

/** What the authority wants put right at one place (补正意见). */
export function RemarkAt({ remarks, pointer }: RemarkAtProps) {
  const here = remarks.filter(
    (remark) => remark.pointer === pointer || remark.pointer.startsWith(`${pointer}/`),
  );
  return here.map(({ message, touched }) => (
    <p key={message} className="remark typed-lines">
      补正意见：{message} {touched && <Mark tone="good">已改动</Mark>}
    </p>
  ));
}
