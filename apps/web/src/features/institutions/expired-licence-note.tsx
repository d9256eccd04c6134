import { useMay } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import type { Institution } from './queries';

/** That the licence has expired, and what is to be done first. @law 行政许可法第五十条、第七十条第一项 */
export function ExpiredLicenceNote({
  institution: { licenceExpiredOn },
}: {
  readonly institution: Institution;
}) {
  const mayFile = useMay('filing.file');
  if (licenceExpiredOn === null) return null;
  return (
    <p className="notice">
      许可证的有效期已于{dayInWords(licenceExpiredOn)}
      届满，没有延续，不能凭它提供服务；不能办理变更许可和恢复服务，暂停、终止服务仍然可以办理（行政许可法第五十条、第七十条第一项）。
      {mayFile
        ? '需要继续提供服务的，请申请延续，准予以前不能提供服务；已经申请的，等待决定。'
        : '需要继续提供服务的，应当申请延续，准予以前不能提供服务。'}
    </p>
  );
}
