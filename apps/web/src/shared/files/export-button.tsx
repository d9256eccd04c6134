import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { carryOut } from '../api/carry-out';
import { Failure } from '../ui/failure';
import { saveFile } from './use-file';

interface ExportButtonProps {
  readonly path: string;
  /** Those of the list beside it. */
  readonly filters: Readonly<Record<string, string | undefined>>;
  /** Of the file, without its ending. */
  readonly name: string;
}

const SOON_MS = 1000;

/** The list as it is filtered now, all of it, as an Excel file. */
export function ExportButton({ path, filters, name }: ExportButtonProps) {
  const chosen = Object.entries(filters).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  const query = new URLSearchParams(chosen).toString();
  const saving = useMutation({
    mutationFn: () => saveFile(query === '' ? path : `${path}?${query}`, `${name}.xlsx`),
  });
  return (
    <span>
      <Button loading={saving.isPending} onClick={() => carryOut(saving, undefined)}>
        导出 Excel
      </Button>
      {saving.isPending && <Waiting />}
      {saving.error && <Failure error={saving.error} what={`${name}没有导出`} />}
    </span>
  );
}

/** How long it takes depends on the rows, so what is told is how long it has taken. */
function Waiting() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), SOON_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="muted" role="status">
      {seconds > 0 && ` 正在导出，已用 ${seconds} 秒；内容多时需要几分钟，请不要关闭页面。`}
    </span>
  );
}
