const SERVICES: readonly [name: string, folder: RegExp][] = [
  ['Dropbox', /^Dropbox( |$)/i],
  ['iCloud', /^(Mobile Documents|com~apple~CloudDocs|iCloud ?Drive)$/i],
  ['OneDrive', /^OneDrive($| ?-)/i],
  ['Google Drive', /^Google ?Drive$/i],
  ['Nextcloud', /^Nextcloud\d?$/i],
  ['a cloud service', /^CloudStorage$/],
];

/** The service that synchronises a folder, told from the names on the way to it; `marked` are folders that hold Syncthing's marker. */
export function syncService(path: string, marked: (folder: string) => boolean): string | undefined {
  const names = path.split(/[/\\]/);
  const named = SERVICES.find(([, folder]) => names.slice(0, -1).some((name) => folder.test(name)));
  if (named) return named[0];
  return names.some((_, i) => i > 0 && marked(names.slice(0, i).join('/') || '/')) ? 'Syncthing' : undefined;
}
