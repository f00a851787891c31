import { Button, Group, SegmentedControl } from '@mantine/core';
import type { Drawing } from '@portolan/model';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useId, useMemo, useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { downloadFile, toFileName } from '../../ui/download-file.ts';
import { useCommandContext } from '../command-context.ts';
import { canCopyPng, copyPng, copySvg } from './copy-picture.ts';
import {
  makePicture,
  PICTURE_TYPES,
  type PictureFormat,
  type PictureLook,
} from './make-picture.ts';
import styles from './PictureDialog.module.css';
import { PicturePreview } from './PicturePreview.tsx';
import { countSelected, drawPicture, type PictureExtent } from './picture-drawing.ts';
import { type PictureScale, pixelSize, showNumber, whyTooLarge } from './picture-size.ts';

/** Makes a picture of the map: shows what it will be, and saves or copies it. */
export function PictureDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const context = useCommandContext();
  const [selected] = useState(() => countSelected(context));
  const [extent, setExtent] = useState<PictureExtent>('all');
  const [format, setFormat] = useState<PictureFormat>('png');
  const [look, setLook] = useState<PictureLook>({ theme: 'light', scale: 2 });
  const drawing = useMemo(() => drawPicture(context, extent), [context, extent]);
  return (
    <DialogBox title="Export picture" size="widest" onClose={onClose}>
      <div className={styles.layout}>
        <PicturePreview drawing={drawing} theme={look.theme} />
        <div className={styles.choices}>
          <Choice
            label="Format"
            value={format}
            options={FORMATS}
            onChange={setFormat}
            note={FORMAT_NOTES[format]}
          />
          <Choice
            label="Background"
            value={look.theme}
            options={THEMES}
            onChange={(theme) => setLook({ ...look, theme })}
          />
          {format === 'png' && (
            <Choice
              label="Size"
              value={look.scale}
              options={SCALES}
              onChange={(scale) => setLook({ ...look, scale })}
              note={describeSize(drawing, look.scale)}
            />
          )}
          <Choice
            label="What is in it"
            value={extent}
            options={extentOptions(selected)}
            onChange={setExtent}
            note={selected === 0 ? 'Select nodes on the canvas first to take only those.' : ''}
          />
          <Actions drawing={drawing} format={format} look={look} />
        </div>
      </div>
    </DialogBox>
  );
}

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

const FORMATS: readonly Option<PictureFormat>[] = [
  { value: 'png', label: 'PNG' },
  { value: 'svg', label: 'SVG' },
  { value: 'pdf', label: 'PDF' },
];
const FORMAT_NOTES: Readonly<Record<PictureFormat, string>> = {
  png: 'For chats, slides and documents.',
  svg: 'Sharp at any size; its text can be selected and searched.',
  pdf: 'One page as large as the map; its text can be selected and searched.',
};
const THEMES: readonly Option<PictureLook['theme']>[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'transparent', label: 'Transparent' },
];
const SCALES: readonly Option<PictureScale>[] = [
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
  { value: 3, label: '3×' },
];

function extentOptions(selected: number): readonly Option<PictureExtent>[] {
  const label = selected === 0 ? 'Selection' : `Selection (${selected})`;
  return [
    { value: 'all', label: 'Whole map' },
    { value: 'selection', label, disabled: selected === 0 },
  ];
}

function describeSize({ area }: Drawing, scale: PictureScale): string {
  const { width, height } = pixelSize(area, scale);
  return `${showNumber(width)} × ${showNumber(height)} pixels`;
}

interface ChoiceProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly note?: ReactNode;
}

function Choice<Value extends string | number>(props: ChoiceProps<Value>): ReactElement {
  const { label, value, options, onChange, note = '' } = props;
  const id = useId();
  const data = options.map((option) => ({ ...option, value: String(option.value) }));
  return (
    <div>
      <span className={styles.label} id={id}>
        {label}
      </span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        data={data}
        value={String(value)}
        onChange={(chosen) => {
          const option = options.find((one) => String(one.value) === chosen);
          if (option !== undefined) onChange(option.value);
        }}
      />
      {note !== '' && <p className={styles.note}>{note}</p>}
    </div>
  );
}

interface ActionsProps {
  readonly drawing: Drawing;
  readonly format: PictureFormat;
  readonly look: PictureLook;
}

const FAILED =
  'The browser could not make this picture. Take a smaller size, or SVG, which it need not paint.';
const NOT_ALLOWED = 'The browser did not allow copying. Download the picture instead.';

/** Saves and copies, and says what came of it, or why it cannot be. */
function Actions({ drawing, format, look }: ActionsProps): ReactElement {
  const context = useCommandContext();
  const [outcome, setOutcome] = useState('');
  const tooLarge = format === 'png' ? whyTooLarge(pixelSize(drawing.area, look.scale)) : null;
  const say = (words: Promise<string>): void => {
    setOutcome('Drawing…');
    void words.then(setOutcome, () => setOutcome(FAILED));
  };
  const download = async (): Promise<string> => {
    const picture = await makePicture(drawing, format, look);
    const bytes = new Uint8Array(await picture.arrayBuffer());
    const name = pictureName(context.workspace.store.getState().open.name, format);
    downloadFile(name, bytes, PICTURE_TYPES[format]);
    return `Saved as ${name}.`;
  };
  const copy = async (): Promise<string> => {
    const picture = makePicture(drawing, format, look);
    const isCopied = await (format === 'png' ? copyPng(picture) : copySvg(await picture));
    return isCopied ? 'Copied.' : NOT_ALLOWED;
  };
  const canCopy = format === 'svg' || (format === 'png' && canCopyPng());
  return (
    <div>
      {tooLarge !== null && (
        <p className={styles.problem} role="alert">
          {tooLarge}
        </p>
      )}
      <Group grow gap="xs">
        <Button
          data-autofocus
          disabled={tooLarge !== null}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => say(download())}
        >
          Download
        </Button>
        {canCopy && (
          <Button
            variant="default"
            disabled={tooLarge !== null}
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => say(copy())}
          >
            Copy
          </Button>
        )}
      </Group>
      <p className={styles.note} role="status">
        {outcome}
      </p>
    </div>
  );
}

function pictureName(sketch: string, format: PictureFormat): string {
  return `${toFileName(sketch).replace(/\.(ya?ml|json)$/i, '')}.${format}`;
}
