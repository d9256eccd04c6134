import { Mark } from '../../../shared/ui/mark';
import type { Material } from '../queries';

/** A material of which there is no file: it lacks, or a commitment (告知承诺) stands for it. */
export function NotUploaded({ material: { commitment } }: { readonly material: Material }) {
  if (commitment === null) return <Mark tone="attention">没有上传</Mark>;
  return (
    <>
      <Mark tone="plain">以告知承诺代替</Mark> {commitment.statusLabel}
    </>
  );
}
