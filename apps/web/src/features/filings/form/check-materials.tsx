import { Panel } from '../../../shared/ui/panel';
import { sizeInWords } from '../../../shared/files/size-in-words';
import { NotUploaded } from '../commitments/not-uploaded';
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
          .filter(({ required, uploaded, commitment }) => required || uploaded || commitment !== null)
          .map((material) => ({
            name: material.name,
            value: material.file ? (
              <>
                {material.file.fileName}（{sizeInWords(material.file.size)}）
                <SameFileNote material={material} materials={inOrder(materials)} once />
              </>
            ) : (
              <NotUploaded material={material} lacking="未上传" />
            ),
          }))}
      />
    </Panel>
  );
}
