import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { saveFile } from '../../shared/files/use-file';
import { Failure } from '../../shared/ui/failure';

interface StaffExportsProps {
  readonly institutionId: string;
  /** Those of the list beside it. */
  readonly filters: Readonly<Record<string, string | undefined>>;
}

const CHOICES = [
  { key: 'standing', label: '证件情况（按筛选的结果，供查看和打印）' },
  { key: 'sheet', label: '从业人员名录（全部人员，改好后可以再导入）' },
] as const;
type Choice = (typeof CHOICES)[number]['key'];

/** Who keeps the register takes it out for two ends, which one button each did not tell apart. */
export function StaffExports({ institutionId, filters }: StaffExportsProps) {
  const saving = useMutation({
    mutationFn: (choice: Choice) => {
      if (choice === 'sheet')
        return saveFile(`/api/v1/staff-sheet?institutionId=${institutionId}`, '从业人员名录.xlsx');
      const chosen = Object.entries({ institutionId, ...filters }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      );
      const query = new URLSearchParams(chosen).toString();
      return saveFile(`/api/v1/staff/export?${query}`, '从业人员证件情况.xlsx');
    },
  });
  return (
    <span>
      <Dropdown
        trigger={['click']}
        // Beside its button, within the page: at the end of the document it would be part of nothing.
        getPopupContainer={(button) => button.parentElement ?? document.body}
        menu={{
          items: [...CHOICES],
          onClick: ({ key }) => carryOut(saving, key as Choice),
        }}
      >
        <Button loading={saving.isPending} aria-haspopup="menu">
          导出 Excel
        </Button>
      </Dropdown>
      {saving.error && <Failure error={saving.error} what="没有导出" />}
    </span>
  );
}
