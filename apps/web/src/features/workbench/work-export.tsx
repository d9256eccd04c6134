import { ExportButton } from '../../shared/files/export-button';
import Antd from '../../shared/ui/antd';

/** What waits as an Excel file: the only part of antd on this page, so it brings its looks with it. */
export default function WorkExport({ type }: { readonly type: string | undefined }) {
  return (
    <Antd>
      <ExportButton path="/api/v1/work-items/export" filters={{ type }} name="待办" />
    </Antd>
  );
}
