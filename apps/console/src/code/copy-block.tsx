import { ActionIcon, Box, Code, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import './copy-block.css';

interface CopyBlockProps {
  readonly text: string;
  /** What it is, for those who hear the page. */
  readonly label: string;
  readonly maxHeight?: number;
}

/** Text to take elsewhere: it scrolls in a box of its own, by keyboard too, and goes to the clipboard with one press. */
export function CopyBlock({ text, label, maxHeight = 420 }: CopyBlockProps) {
  return (
    <Box className="copy-block" dir="ltr">
      <Code block role="region" aria-label={label} tabIndex={0} mah={maxHeight} className="copy-block-text">
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'code.copied' : 'code.copy')}>
            <ActionIcon
              className="copy-block-button no-print"
              variant="default"
              size="md"
              onClick={copy}
              aria-label={t(copied ? 'code.copied' : 'code.copyWhat', { what: label })}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Box>
  );
}
