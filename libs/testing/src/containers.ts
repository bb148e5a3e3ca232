/**
 * PostgreSQL and Kafka in containers, for suites that want the very images of production. An entry of its own, because
 * few tests need it and what it stands on is large.
 */
import { execFileSync } from 'node:child_process';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';

export const POSTGRES_IMAGE = 'postgres:18';
export const KAFKA_IMAGE = 'apache/kafka:4.2.0';

const CLIENT_PORT = 9092;
const CONTROLLER_PORT = 9093;
const ADDRESS_FILE = '/tmp/advertised';
const STARTED_WITHIN_MS = 120_000;
const PASSWORD = 'only-for-this-test';

// The watcher that would remove what a killed test leaves is an image of its own, which is not everywhere to be had.
process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';

/**
 * Whether these suites can run: Docker answers and has the images. Images are not pulled on the side of a test run, unless
 * somebody says `CONTAINERS=pull`.
 */
export function hasContainers(images: readonly string[] = [POSTGRES_IMAGE, KAFKA_IMAGE]): boolean {
  const docker = (...args: readonly string[]) => {
    try {
      execFileSync('docker', args, { stdio: 'ignore', timeout: 10_000 });
      return true;
    } catch {
      return false; // no such program, no daemon, or no such image: all the same here
    }
  };
  const isThere = process.env['CONTAINERS'] === 'pull' ? docker('version') : docker('image', 'inspect', ...images);
  return process.env['CONTAINERS'] !== 'none' && isThere;
}

export interface PostgresContainer {
  /** Of a role that may create roles and databases. */
  readonly url: string;
  stop(): Promise<void>;
}

/** An empty server; what it holds goes with it. */
export async function startPostgresContainer(image = POSTGRES_IMAGE): Promise<PostgresContainer> {
  const container = await new GenericContainer(image)
    .withExposedPorts(5432)
    .withEnvironment({ POSTGRES_PASSWORD: PASSWORD })
    // Over TCP: while it is set up, the server answers on its socket only.
    .withHealthCheck({ test: ['CMD-SHELL', 'pg_isready -h 127.0.0.1'], interval: 500, timeout: 2_000, retries: 240 })
    .withWaitStrategy(Wait.forHealthCheck())
    .withStartupTimeout(STARTED_WITHIN_MS)
    .start();
  return {
    url: `postgres://postgres:${PASSWORD}@${container.getHost()}:${container.getMappedPort(5432)}/postgres`,
    stop: () => stopped(container),
  };
}

export interface KafkaContainer {
  readonly brokers: readonly string[];
  stop(): Promise<void>;
}

/**
 * One broker, reachable through its mapped port. It has to advertise that port, which is known only once the container
 * runs: so the container waits for a file with the address, and then becomes the broker.
 */
export async function startKafkaContainer(image = KAFKA_IMAGE): Promise<KafkaContainer> {
  const container = await new GenericContainer(image)
    .withExposedPorts(CLIENT_PORT)
    .withEnvironment(brokerSettings())
    .withEntrypoint(['bash', '-c'])
    .withCommand([
      `echo waiting for the address
       until [ -s ${ADDRESS_FILE} ]; do sleep 0.05; done
       exec /etc/kafka/docker/run KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://$(cat ${ADDRESS_FILE})`,
    ])
    .withWaitStrategy(Wait.forLogMessage('waiting for the address'))
    .withStartupTimeout(STARTED_WITHIN_MS)
    .start();
  try {
    const address = `${container.getHost()}:${container.getMappedPort(CLIENT_PORT)}`;
    await container.copyContentToContainer([{ content: address, target: ADDRESS_FILE }]);
    await untilLogged(container, 'Kafka Server started');
    return { brokers: [address], stop: () => stopped(container) };
  } catch (error) {
    await stopped(container);
    throw error;
  }
}

/** One KAFKA_ variable is enough to drop the image's defaults, so all that matter stand here. */
function brokerSettings(): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: `1@localhost:${CONTROLLER_PORT}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENERS: `PLAINTEXT://:${CLIENT_PORT},CONTROLLER://:${CONTROLLER_PORT}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_HEAP_OPTS: '-Xmx512m',
  };
}

async function untilLogged(container: StartedTestContainer, text: string): Promise<void> {
  const log = await container.logs();
  const timeout = setTimeout(
    () => log.destroy(new Error(`"${text}" was not logged within ${STARTED_WITHIN_MS / 1000} s`)),
    STARTED_WITHIN_MS,
  );
  let tail = '';
  try {
    for await (const chunk of log) {
      tail = (tail + String(chunk)).slice(-4000);
      if (tail.includes(text)) return;
    }
  } finally {
    clearTimeout(timeout);
  }
  throw new Error(`The container ended before it logged "${text}". Its last words: ${tail}`);
}

async function stopped(container: StartedTestContainer): Promise<void> {
  await container.stop({ timeout: 2_000 });
}
