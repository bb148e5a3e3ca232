/**
 * For the end-to-end suites of services: a service under test on databases of its own, with an issuer whose tokens it
 * believes, the people of the house's stories, and the other services' logs to let things happen in.
 */
export { type Answer, type Client } from './testing/client.ts';
export { ForeignLog } from './testing/foreign-log.ts';
export { type ServiceUnderTest, type ServiceWanted, userOf, withService } from './testing/with-service.ts';
