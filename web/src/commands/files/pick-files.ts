import { type GivenFiles, givenFile, isManifestPath, readFolder } from './collect-files.ts';

const TYPES: FilePickerType = {
  description: 'Manifests',
  accept: {
    'application/yaml': ['.yaml', '.yml'],
    'application/json': ['.json'],
    'text/plain': ['.txt'],
    'application/zip': ['.zip'],
  },
};

/** Asks for files; none where the user changed their mind. */
export async function pickFiles(): Promise<GivenFiles> {
  return (await pickHandles(askForFiles)) ?? askWithInput(takeFiles);
}

/** What came of asking for a folder. */
export interface PickedFolder extends GivenFiles {
  /** False where the user changed their mind. */
  readonly isChosen: boolean;
}

/** Asks for a folder and gives the manifests in it. */
export async function pickFolder(): Promise<PickedFolder> {
  const given = (await pickHandles(askForFolder)) ?? (await askWithInput(takeFolder));
  const files = given.files.filter(({ path }) => isManifestPath(path));
  return { files, folder: given.folder, isChosen: given.folder !== null || given.files.length > 0 };
}

const NOTHING: GivenFiles = { files: [], folder: null };

/** undefined: this browser, or this page, has no way to ask for what can be written again. */
async function pickHandles(
  ask: () => Promise<GivenFiles | undefined>,
): Promise<GivenFiles | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return error.name === 'AbortError' ? NOTHING : undefined;
  }
}

async function askForFiles(): Promise<GivenFiles | undefined> {
  const handles = await window.showOpenFilePicker?.({ multiple: true, types: [TYPES] });
  if (handles === undefined) return undefined;
  const files = handles.map(async (handle) => givenFile(await handle.getFile(), handle));
  return { files: await Promise.all(files), folder: null };
}

async function askForFolder(): Promise<GivenFiles | undefined> {
  const folder = await window.showDirectoryPicker?.();
  return folder && readFolder(folder);
}

function takeFiles(input: HTMLInputElement): void {
  input.multiple = true;
  input.accept = [...Object.keys(TYPES.accept), ...Object.values(TYPES.accept).flat()].join();
}

function takeFolder(input: HTMLInputElement): void {
  input.webkitdirectory = true;
}

/** As every browser can: what is given so can be read, and not written. */
function askWithInput(prepare: (input: HTMLInputElement) => void): Promise<GivenFiles> {
  const input = document.createElement('input');
  input.type = 'file';
  prepare(input);
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(NOTHING));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map((file) => givenFile(file));
      resolve({ files, folder: null });
    });
    input.click();
  });
}
