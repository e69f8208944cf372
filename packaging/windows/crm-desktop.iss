; The installer for Windows, made by Inno Setup 6.3 or later from the built program:
;
;   ISCC /DAppVersion=1.2.3 packaging\windows\crm-desktop.iss        -> dist\crm-desktop-1.2.3-windows-setup.exe
;
;   /DBuilt=FOLDER     the built program, instead of dist\crm-desktop
;   /DSigned "/Ssign=signtool sign /fd sha256 /tr http://timestamp.digicert.com /td sha256 /sha1 THUMBPRINT $f"
;                      sign installer and uninstaller with a certificate of the Windows store
;
; For one user, without an administrator. Silent installation, for who looks after many computers:
;
;   crm-desktop-1.2.3-windows-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /LANG=zh /TASKS="openwith,desktopicon"
;
;   /LANG=zh or en   /DIR="C:\..."   /TASKS="" (neither shortcut nor "Open with")   /LOG="FILE"
;   An open window of the program ends a silent installation with code 1: close it first, it makes its backup then.
;   "{app}\unins000.exe" /VERYSILENT /SUPPRESSMSGBOXES removes the program silently. The data always stay.

#ifndef AppVersion
  #error Say which version this is: /DAppVersion=1.2.3
#endif
#ifndef Built
  #define Built "..\..\dist\crm-desktop"
#endif
; The three names below stand in crm_desktop\ui\identity.py as well.
#define Program "crm-desktop"
#define UserModelId "CrmDesktop.CustomerBook"
#define Running "CrmDesktop.CustomerBook.Running"

[Setup]
AppId={{6E0B5C0C-3C0E-4B57-9E0E-5A3B2C1D7F42}
AppName={cm:ProductName}
AppVersion={#AppVersion}
AppVerName={cm:ProductName} {#AppVersion}
AppPublisher=crm-desktop
AppCopyright=Copyright (c) 2026 The crm-desktop authors
VersionInfoVersion={#AppVersion}
VersionInfoDescription=Customer book
VersionInfoProductName=Customer book
DefaultDirName={autopf}\Customer book
PrivilegesRequired=lowest
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
DisableProgramGroupPage=yes
DisableDirPage=auto
ShowLanguageDialog=auto
WizardStyle=modern
AppMutex={#Running}
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes
SetupIconFile=..\icons\crm-desktop.ico
WizardImageFile=..\icons\installer-164.bmp,..\icons\installer-246.bmp
WizardSmallImageFile=..\icons\installer-55.bmp,..\icons\installer-83.bmp,..\icons\installer-110.bmp,..\icons\installer-138.bmp
UninstallDisplayIcon={app}\{#Program}.exe
UninstallDisplayName={cm:ProductName}
OutputDir=..\..\dist
OutputBaseFilename={#Program}-{#AppVersion}-windows-setup
Compression=lzma2/max
SolidCompression=yes
#ifdef Signed
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "zh"; MessagesFile: "compiler:Default.isl,zh_CN.isl"
Name: "en"; MessagesFile: "compiler:Default.isl,en.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "openwith"; Description: "{cm:OfferOpenWith}"; GroupDescription: "{cm:FileKinds}"

[InstallDelete]
; Libraries of an older version must not lie among those of the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Built}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{cm:ProductName}"; Filename: "{app}\{#Program}.exe"; AppUserModelID: "{#UserModelId}"
Name: "{autodesktop}\{cm:ProductName}"; Filename: "{app}\{#Program}.exe"; AppUserModelID: "{#UserModelId}"; Tasks: desktopicon

[Registry]
; "Open with" only: the value below OpenWithProgids offers the program and leaves the usual one as it is.
Root: HKA; Subkey: "Software\Classes\CrmDesktop.List"; ValueType: string; ValueData: "{cm:ListFile}"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.List\shell\open"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{cm:ProductName}"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.List\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}.exe"" ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.Calendar"; ValueType: string; ValueData: "{cm:CalendarFile}"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.Calendar\shell\open"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{cm:ProductName}"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.Calendar\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}.exe"" ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.Backup"; ValueType: string; ValueData: "{cm:BackupFile}"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.Backup\shell\open"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{cm:ProductName}"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CrmDesktop.Backup\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}.exe"" ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.xlsx\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.xls\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.xlsb\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.ods\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.csv\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.tsv\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.vcf\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.List"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.ics\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.Calendar"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.db\OpenWithProgids"; ValueType: string; ValueName: "CrmDesktop.Backup"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith

[Run]
Filename: "{app}\{#Program}.exe"; Description: "{cm:LaunchProgram,{cm:ProductName}}"; Flags: nowait postinstall skipifsilent

[Code]
{ The folder with the data: the usual one, or the one that was chosen in its place (crm_desktop\base\paths.py). }
function DataFolder: String;
var
  Note: AnsiString;
begin
  Result := ExpandConstant('{localappdata}\{#Program}');
  if LoadStringFromFile(ExpandConstant('{localappdata}\{#Program}-config\data-folder.txt'), Note) then
    if Trim(UTF8Decode(Note)) <> '' then
      Result := Trim(UTF8Decode(Note));
end;

{ The data stay, whatever happens; say where, so that nobody looks for them in vain or leaves them behind unknowingly. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent and DirExists(DataFolder) then
    MsgBox(FmtMessage(CustomMessage('DataKept'), [DataFolder]), mbInformation, MB_OK);
end;
