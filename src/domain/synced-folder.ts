const SERVICES: readonly [name: string, folder: RegExp][] = [
  ['Dropbox', /^Dropbox( |$)/i],
  ['iCloud', /^(Mobile Documents|com~apple~CloudDocs|iCloud ?Drive)$/i],
  ['OneDrive', /^OneDrive($| ?-)/i],
  ['Google Drive', /^Google ?Drive$/i],
  ['Nextcloud', /^Nextcloud\d?$/i],
  ['a cloud service', /^CloudStorage$/],
];

/** The service that synchronises a file's folder, told from the names on the way to it; `marked` says which folders hold Syncthing's marker. */
export function syncService(path: string, marked: (folder: string) => boolean): string | undefined {
  const folders = path.split(/[/\\]/).slice(0, -1);
  const named = SERVICES.find(([, name]) => folders.some((folder) => name.test(folder)));
  if (named) return named[0];
  return folders.some((_, i) => i > 0 && marked(folders.slice(0, i + 1).join('/'))) ? 'Syncthing' : undefined;
}
