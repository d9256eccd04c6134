import { sameFileElsewhere, sameFileLater } from './materials';
import type { Material } from './queries';

interface SameFileNoteProps {
  readonly material: Material;
  readonly materials: readonly Material[];
  /** In a list, where the first of those that share a file says it for all. */
  readonly once?: boolean;
}

/** At a material whose file was handed in for another one as well; a remark, never a refusal. */
export function SameFileNote({ material, materials, once = false }: SameFileNoteProps) {
  const others = (once ? sameFileLater : sameFileElsewhere)(material, materials);
  if (others.length === 0) return null;
  return <p className="muted">请注意：与{others.map((name) => `“${name}”`).join('、')}为同一文件。</p>;
}
