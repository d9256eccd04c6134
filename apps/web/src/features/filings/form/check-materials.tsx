import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { sizeInWords } from '../../../shared/files/size-in-words';
import { inOrder } from '../materials';
import type { Filing } from '../queries';
import { SameFileNote } from '../same-file-note';
import { Facts } from '../../../shared/ui/facts';

/** Before the filing is handed in: what was uploaded for each material, in the order in which they were asked for. */
export function CheckMaterials({ filing: { materials } }: { readonly filing: Filing }) {
  return (
    <Panel title="材料">
      <Facts
        facts={inOrder(materials)
          .filter(({ required, uploaded }) => required || uploaded)
          .map((material) => ({
            name: material.name,
            value: material.file ? (
              <>
                {material.file.fileName}（{sizeInWords(material.file.size)}）
                <SameFileNote material={material} materials={materials} />
              </>
            ) : (
              <Mark tone="attention">未上传</Mark>
            ),
          }))}
      />
    </Panel>
  );
}
