import { useRoleLabels } from '../../shared/session/use-list-words';
import { useUser } from '../../shared/session/use-session';
import { usePlaceNames } from '../../shared/ui/places';

/** Role and district, always in sight: most mistakes begin with somebody who thinks they are elsewhere. */
export function Jurisdiction() {
  const { roles, districts } = useUser();
  const places = usePlaceNames(districts);
  const labels = useRoleLabels();
  const role = roles.map((name) => labels[name]).join('、');
  return <span className="muted nowrap">{places === '' ? role : `${places} · ${role}`}</span>;
}
