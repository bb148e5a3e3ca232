import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where notices appear. Loaded after the page stands: nobody is told anything before. */
export function Notices() {
  return <Notifications />;
}
