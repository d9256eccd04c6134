import { Digest } from '../../../shared/ui/digest';
import { instantInWords } from '../../../shared/ui/dates';
import { sizeInWords } from '../../../shared/files/size-in-words';
import { useFile } from '../../../shared/files/use-file';
import type { Keeping, PhotoQueue } from './photo-queue';
import type { Evidence } from './queries';
import { usePhotoList } from './use-photos';

const PERCENT = 100;
/** Said at each photo, so that nobody closes the page a moment too early. */
const KEEPING: Readonly<Record<Keeping, string>> = {
  WRITING: '正在存到本机',
  KEPT: '已存在本机',
  NOT_KEPT: '■ 没能存到本机，传完以前离开会丢失',
};

interface ItemPhotosProps {
  readonly taskId: string;
  readonly itemId: string;
  /** What the controls are named after, for who hears them one by one. */
  readonly itemTitle: string;
  readonly evidenceIds: readonly string[];
  /** Everything the task holds. */
  readonly evidence: readonly Evidence[];
  readonly queue: PhotoQueue;
  readonly onDetach: (evidenceId: string) => void;
}

/** Photos of one item: taken by the camera, each with when it arrived and its digest. */
export function ItemPhotos(props: ItemPhotosProps) {
  const { taskId, itemId, itemTitle, evidenceIds, evidence, queue, onDetach } = props;
  const waiting = usePhotoList(queue).filter((photo) => photo.itemId === itemId);
  return (
    <div className="photos">
      <label className="hand-button photo-button">
        拍照
        <input
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={`拍照：${itemTitle}`}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) queue.add(itemId, file);
            event.target.value = '';
          }}
        />
      </label>
      <ul className="photo-list" aria-label={`${itemTitle}的照片`}>
        {evidenceIds.map((id) => (
          <li key={id}>
            <StoredPhoto
              taskId={taskId}
              evidence={evidence.find((one) => one.id === id)}
              picture={queue.pictureOf(id)}
            />
            <button type="button" className="link-button" onClick={() => onDetach(id)}>
              从这一项移除
            </button>
          </li>
        ))}
        {waiting.map(({ key, file, preview, share, refusal, keeping }) => (
          <li key={key}>
            <img src={preview} alt={`尚未上传的照片：${file.name}`} />
            {refusal === null ? (
              <span>
                <progress max={1} value={share} aria-label="上传进度" /> 已上传 {Math.round(share * PERCENT)}
                %，
                {KEEPING[keeping]}
              </span>
            ) : (
              <span role="alert">
                <strong className="photo-file">
                  ■ {file.name}（{sizeInWords(file.size)}）
                </strong>
                没有上传：{refusal}{' '}
                <button
                  type="button"
                  className="link-button"
                  aria-label={`去掉这张：${file.name}`}
                  onClick={() => queue.remove(key)}
                >
                  去掉这张
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StoredPhotoProps {
  readonly taskId: string;
  readonly evidence: Evidence | undefined;
  /** Address on this phone, when it was taken here. */
  readonly picture: string | undefined;
}

export function StoredPhoto({ taskId, evidence, picture }: StoredPhotoProps) {
  const path =
    evidence && picture === undefined ? `/api/v1/inspection-tasks/${taskId}/evidence/${evidence.id}` : null;
  const file = useFile(path);
  if (!evidence) return <span>照片正在载入</span>;
  const url = picture ?? (file.data?.blob.type.startsWith('image/') ? file.data.url : undefined);
  const at = instantInWords(evidence.uploadedAt);
  return (
    <>
      {url === undefined ? (
        <span className="photo-name">{file.isError ? '照片没有取到' : evidence.name}</span>
      ) : (
        <img src={url} alt={`${at} 上传的照片`} />
      )}
      <span>
        {at}
        <br />
        <small>
          SM3 <Digest value={evidence.sm3} name="照片摘要" />
        </small>
      </span>
    </>
  );
}
