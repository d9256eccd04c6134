import { useUser } from '../../shared/session/use-session';
import { Page } from '../../shared/ui/page';

export default function HomePage() {
  const { name } = useUser();
  return <Page title="待办">{name}</Page>;
}
