; What the installer says of its own, in English; everything else it says is Inno Setup's own English.

[Messages]
ConfirmUninstall=Remove %1 from this computer?%n%nYour customers' data and the backups are not removed.

[CustomMessages]
ProductName=Customer book
AdditionalIcons=Shortcuts:
CreateDesktopIcon=Create a &desktop shortcut
FileKinds=Files:
OfferOpenWith=Offer the customer book under "&Open with" for Excel, CSV, address card and calendar files (it does not become the usual program for them)
ListFile=List of customers
CalendarFile=Calendar
BackupFile=Backup of the customer book
LaunchProgram=Start %1
DataKept=The customer book was removed. Your customers' data and the backups are still here:%n%n%1%n%nThe program finds them again when it is installed anew. If you no longer need them, delete that folder yourself.
