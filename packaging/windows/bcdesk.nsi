; The installer for Windows: for one person, without an administrator. Built by pack.sh, which defines VERSION, PROGRAM
; (the folder of the frozen program), ICON, LANGUAGES (a folder with the Vietnamese of NSIS, made NFC) and OUT.
;
; What is new is unpacked beside what is there and tries itself out; only a program that works takes its place. The data
; are backed up first, what was there is kept as `bcdesk.truoc`, and nothing here ever touches the reports.

Unicode True
!ifdef AMD64
  Target amd64-unicode
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; both programs are nearly the same bytes
RequestExecutionLevel user
CRCCheck force
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define CLASS "bcdesk.report"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\bcdesk"
!define BACK "$LOCALAPPDATA\Programs\bcdesk-tro-lai.cmd"

Name "bcdesk ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\bcdesk"
BrandingText "bcdesk ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "bcdesk"
VIAddVersionKey FileDescription "Bộ cài bcdesk"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "bcdesk"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\bcdesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở bcdesk"
!define MUI_WELCOMEPAGE_TEXT "bcdesk soạn báo cáo hành chính đúng thể thức, không cần mạng. Chương trình được cài cho riêng người đang dùng máy, không cần quyền quản trị.$\r$\n$\r$\nNếu đang mở bcdesk, hãy đóng lại trước. Bản đang có được giữ lại để có thể trở lại; báo cáo đã soạn được sao lưu trước và không bị thay đổi."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" Vietnamese

!macro Refuse WORDS
  DetailPrint "${WORDS}"
  MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
  SetErrorLevel 2
  Abort
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    !insertmacro Refuse "bcdesk cần Windows 10 hoặc 11 bản 64 bit. Máy này dùng Windows 32 bit nên không cài được."
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse "bcdesk cần Windows 10 (1809) trở lên. Máy này dùng Windows cũ hơn nên không cài được."
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\bcdesk-portable.txt"
    !insertmacro Refuse "Trong thư mục cài có bcdesk-portable.txt và dữ liệu của bản di động. Hãy chép thư mục đó đi nơi khác rồi cài lại."
  ${EndIf}
FunctionEnd

Function TryOut
  RMDir /r "$INSTDIR.moi"
  SetOutPath "$INSTDIR.moi"
  File /r "${PROGRAM}/*"
  SetOutPath "$TEMP"
  DetailPrint "Đang tự kiểm tra bản mới"
  nsExec::ExecToLog '"$INSTDIR.moi\bcdesk-cli.exe" --self-test'
  Pop $0
  ${If} $0 != 0
    !insertmacro Refuse "Bản mới không chạy được trên máy này nên chưa cài. Bản đang có được giữ nguyên. Xem lý do ở phần chi tiết, hoặc chép lại bộ cài từ bản gốc rồi thử lại."
  ${EndIf}
FunctionEnd

Function BackUp
  ${If} ${FileExists} "$INSTDIR\bcdesk-cli.exe"
  ${AndIf} ${FileExists} "$LOCALAPPDATA\bcdesk\bcdesk.sqlite"
    DetailPrint "Đang sao lưu báo cáo"
    nsExec::ExecToLog '"$INSTDIR\bcdesk-cli.exe" backup'
    Pop $0
    ${If} $0 != 0
      !insertmacro Refuse "Chưa sao lưu được dữ liệu nên chưa cài bản mới. Hãy đóng bcdesk rồi cài lại."
    ${EndIf}
  ${EndIf}
FunctionEnd

Function TakePlace
  ${If} ${FileExists} "$INSTDIR\bcdesk.exe"
    RMDir /r "$INSTDIR.truoc"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.truoc"
    ${If} ${Errors}
      !insertmacro Refuse "Chưa thay được bản đang có. Hãy đóng bcdesk rồi cài lại."
    ${EndIf}
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR.moi" "$INSTDIR"
  ${If} ${Errors}
    Rename "$INSTDIR.truoc" "$INSTDIR"
    !insertmacro Refuse "Chưa đặt được bản mới vào chỗ. Bản đang có được giữ nguyên. Hãy khởi động lại máy rồi cài lại."
  ${EndIf}
FunctionEnd

Section
  Call TryOut
  Call BackUp
  Call TakePlace
  WriteUninstaller "$INSTDIR\go-bo.exe"
  SetOutPath "$LOCALAPPDATA\Programs"
  File "${SCRIPTS}/bcdesk-tro-lai.cmd"
  SetOutPath "$INSTDIR"
  CreateDirectory "$SMPROGRAMS\bcdesk"
  CreateShortcut "$SMPROGRAMS\bcdesk\bcdesk.lnk" "$INSTDIR\bcdesk.exe"
  CreateShortcut "$SMPROGRAMS\bcdesk\Trở lại bản trước.lnk" "${BACK}"
  CreateShortcut "$DESKTOP\bcdesk.lnk" "$INSTDIR\bcdesk.exe"
  WriteRegStr HKCU "Software\Classes\.bcdesk" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Báo cáo của bcdesk"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\bcdesk.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\bcdesk.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" DisplayName "bcdesk"
  WriteRegStr HKCU "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" DisplayIcon "$INSTDIR\bcdesk.exe"
  WriteRegStr HKCU "${UNINSTALL}" Publisher "bcdesk"
  WriteRegStr HKCU "${UNINSTALL}" UninstallString '"$INSTDIR\go-bo.exe"'
  WriteRegStr HKCU "${UNINSTALL}" QuietUninstallString '"$INSTDIR\go-bo.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" NoModify 1
  WriteRegDWORD HKCU "${UNINSTALL}" NoRepair 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; By name, never a whole folder that could hold something of the clerk's. The reports lie elsewhere and stay.
Section Uninstall
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\bcdesk.exe"
  Delete "$INSTDIR\bcdesk-cli.exe"
  Delete "$INSTDIR\SHA256SUMS"
  Delete "$INSTDIR\go-bo.exe"
  RMDir "$INSTDIR"
  RMDir /r "$INSTDIR.truoc"
  RMDir /r "$INSTDIR.moi"
  Delete "${BACK}"
  Delete "$DESKTOP\bcdesk.lnk"
  RMDir /r "$SMPROGRAMS\bcdesk"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\Classes\.bcdesk"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
