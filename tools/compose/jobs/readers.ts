/**
 * Who runs as which user in the containers, and so who can read which credential: they lie in one volume, and the system's
 * file permissions are the wall between them. `docker-compose.yml` names the same numbers.
 */
export const services = ['engagement', 'scheduling', 'risk', 'reporting'] as const;
export type Service = (typeof services)[number];

/** The group of everybody that runs our code; it alone opens nothing but the operations token. */
export const BRIDGEWORK_GROUP = 10_000;

/** What serves requests. */
export const serviceUsers: Readonly<Record<Service, number>> = {
  engagement: 10_001,
  scheduling: 10_002,
  risk: 10_003,
  reporting: 10_004,
};

/** What migrates, as owner of the tables. */
export const migrationUsers: Readonly<Record<Service, number>> = {
  engagement: 10_011,
  scheduling: 10_012,
  risk: 10_013,
  reporting: 10_014,
};

export const FRONT_DOOR_USER = 10_005;

/** What fills an empty installation before it opens; its group reads what the services read. */
export const OPENING_USER = 10_009;
export const OPENING_GROUP = 10_009;

/** The database's image runs as this user. */
export const POSTGRES_USER = 999;
