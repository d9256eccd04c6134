import { sameFileElsewhere } from './materials';
import type { Material } from './queries';

interface SameFileNoteProps {
  readonly material: Material;
  readonly materials: readonly Material[];
}

/** At a material whose file was handed in for another one as well; a remark, never a refusal. */
export function SameFileNote({ material, materials }: SameFileNoteProps) {
  const others = sameFileElsewhere(material, materials);
  if (others.length === 0) return null;
  return <p className="muted">请注意：与{others.map((name) => `“${name}”`).join('、')}为同一文件。</p>;
}
