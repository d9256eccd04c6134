import { Mark } from '../../../shared/ui/mark';
import type { Material } from '../queries';

interface NotUploadedProps {
  readonly material: Material;
  /** In other words where the page has others for it. */
  readonly lacking?: string;
}

/** A material of which there is no file: it lacks, or a commitment (告知承诺) stands for it. */
export function NotUploaded({ material: { commitment }, lacking = '没有上传' }: NotUploadedProps) {
  if (commitment === null) return <Mark tone="attention">{lacking}</Mark>;
  return (
    <>
      <Mark tone="plain">以告知承诺代替</Mark> {commitment.statusLabel}
    </>
  );
}
