import { openApplication } from './begin-words';
import { useFiling, useFilings } from './queries';
import { presumedInWords } from './renewal-words';

/** That the licence of an institution counts as renewed (视为准予延续), and from which day, until the new one is given out. */
export function PresumedRenewal({ institutionId }: { readonly institutionId: string }) {
  const { items } = useFilings({ institutionId, sort: '-createdAt' });
  const application = openApplication(items ?? []);
  return application === undefined ? null : <Presumed id={application.id} />;
}

function Presumed({ id }: { readonly id: string }) {
  const { data } = useFiling(id);
  const words = data && presumedInWords(data);
  return words ? <p className="notice">{words}</p> : null;
}
