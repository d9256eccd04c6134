import type { Remark } from '../queries';

interface RemarkAtProps {
  readonly remarks: readonly Remark[];
  readonly pointer: string;
}

/** What the authority wants put right at one place (补正意见). */
export function RemarkAt({ remarks, pointer }: RemarkAtProps) {
  const here = remarks.filter(
    (remark) => remark.pointer === pointer || remark.pointer.startsWith(`${pointer}/`),
  );
  return here.map(({ message }) => (
    <p key={message} className="remark">
      补正意见：{message}
    </p>
  ));
}
