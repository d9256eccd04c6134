import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { sizeInWords } from '../../../shared/files/size-in-words';
import { DocumentView } from '../../../shared/files/document-view';
import { idOfPlace } from '../../../shared/form/places-on-page';
import { sendMaterial } from '../../../shared/files/send-material';
import { Digest } from '../../../shared/ui/digest';
import { instantInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { focusOnNew } from '../../../shared/ui/focus-on-new';
import { Mark } from '../../../shared/ui/mark';
import { CONFIRMATION, PrintConfirmation } from '../assistance/print-confirmation';
import { CommitmentChoice } from '../commitments/commitment-choice';
import { MaterialHint } from '../material-hint';
import { isLacking } from '../materials';
import { newestOf, type Filing, type FollowedRemark, type Material } from '../queries';
import { SameFileNote } from '../same-file-note';
import { ClosedNote } from './closed-note';
import { RemarkAt } from './remark-at';
import './material-box.css';

interface MaterialBoxProps {
  readonly filing: Filing;
  readonly material: Material;
  readonly remarks: readonly FollowedRemark[];
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png';

/** One material: drop a file on it, choose one, or photograph it; see what the server has received. */
export function MaterialBox({ filing, material, remarks }: MaterialBoxProps) {
  const { code, name, uploaded, condition, commitment, file } = material;
  const [progress, setProgress] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const [over, setOver] = useState(false);
  const [shown, show] = useState(false);
  const client = useQueryClient();
  const path = `/api/v1/filings/${filing.id}/materials/${code}`;
  const sending = useMutation({
    mutationFn: (chosen: File) =>
      sendMaterial<Filing>(path, chosen, { onProgress: setProgress, onWaiting: setWaiting }),
    // Without a line it waits for one by itself: paused, it would not even begin.
    networkMode: 'always',
    onMutate: () => {
      setProgress(0);
      setWaiting(false);
    },
    onSuccess: (after) => {
      // What is shown below is the file before.
      show(false);
      client.setQueryData<Filing>(['filing', filing.id], newestOf(after));
    },
  });
  const here = useRef<HTMLElement>(null);
  const received = file?.uploadedAt;
  useEffect(() => {
    // While it was sent, what it was chosen with could not have the focus; the file may be shown only after that is over.
    if (sending.isSuccess) focusOnNew(here.current, here.current?.querySelector('.material-file button'));
    if (sending.isError) focusOnNew(here.current, here.current?.querySelector('input[type=file]'));
  }, [sending.isSuccess, sending.isError, received]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) sending.mutate(dropped);
  };
  return (
    <section
      ref={here}
      id={idOfPlace(`/materials/${code}`)}
      className={over ? 'material material-over' : 'material'}
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>
        {name} {uploaded && <Mark tone="good">已收到</Mark>}
        {commitment !== null && <Mark tone="good">以告知承诺代替</Mark>}
        {isLacking(material) && <Mark tone="attention">还没有上传</Mark>}
      </h3>
      {condition !== null && <p className="muted">适用情形：{condition}</p>}
      <MaterialHint material={material} />
      {code === CONFIRMATION && <PrintConfirmation filing={filing} />}
      <RemarkAt remarks={remarks} pointer={`/materials/${code}`} />
      {file && (
        <>
          <p className="material-file">
            {file.fileName}（{sizeInWords(file.size)}，{instantInWords(file.uploadedAt)}）{' '}
            <button type="button" className="link-button" onClick={() => show(!shown)}>
              {shown ? '收起' : '查看'}
            </button>
          </p>
          <details className="basis muted">
            <summary>文件校验值</summary>
            用于核对文件上传以后没有被改动，平时不用理会。校验值（SM3）：
            <Digest value={file.sm3} name="文件校验值" />
          </details>
        </>
      )}
      <SameFileNote material={material} materials={filing.materials} />
      {shown && file && <DocumentView path={path} name={name} fileName={file.fileName} />}
      {sending.isPending && <Progress percent={Math.round(progress * 100)} aria-label={`正在上传${name}`} />}
      {sending.isPending && waiting && (
        <p className="muted" role="status">
          网络中断，已经传的部分保留着，网络恢复后自动接着传。
        </p>
      )}
      {sending.error && <Failure error={sending.error} what={`${name}没有上传成功`} />}
      <ClosedNote filing={filing} error={sending.error} />
      <CommitmentChoice filing={filing} material={material} />
      <FileChoices busy={sending.isPending} replace={uploaded} name={name} onChosen={sending.mutate} />
    </section>
  );
}

interface FileChoicesProps {
  readonly busy: boolean;
  readonly replace: boolean;
  readonly name: string;
  readonly onChosen: (file: File) => void;
}

function FileChoices({ busy, replace, name, onChosen }: FileChoicesProps) {
  const id = useId();
  const choose = (files: FileList | null) => {
    const [chosen] = files ?? [];
    if (chosen) onChosen(chosen);
  };
  return (
    <div className="material-choices">
      <input
        id={`${id}-file`}
        className="visually-hidden"
        type="file"
        accept={ACCEPTED}
        aria-label={`选择${name}的文件`}
        disabled={busy}
        onChange={(event) => choose(event.target.files)}
      />
      <Button disabled={busy} onClick={() => document.getElementById(`${id}-file`)?.click()} tabIndex={-1}>
        {replace ? '换一份' : '选择文件'}
      </Button>
      <input
        id={`${id}-photo`}
        className="visually-hidden"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={`拍摄${name}`}
        disabled={busy}
        onChange={(event) => choose(event.target.files)}
      />
      <Button disabled={busy} onClick={() => document.getElementById(`${id}-photo`)?.click()} tabIndex={-1}>
        拍照
      </Button>
      <span className="muted material-drop">或者把文件拖到这里</span>
    </div>
  );
}
