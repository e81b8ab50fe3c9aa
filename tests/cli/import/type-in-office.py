"""Types into a workbook inside LibreOffice, as a person does, and saves it as a workbook again.

usage: type-in-office.py PROFILE BOOK SAVED CELL=TEXT ...   (cells of the sheet Sessions: B2=cancelled)
Each text goes through the program's own commands (go to a cell, enter), so the sheet's validation and formats are at work.
"""

import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

profile, book, saved, *typed = sys.argv[1:]


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connected(resolver, pipe):
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


pipe = f"cxplan{os.getpid()}"
office = subprocess.Popen(
    ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
    start_new_session=True,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
local = uno.getComponentContext()
context = connected(local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local), pipe)
create = context.ServiceManager.createInstanceWithContext
desktop = create("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(book), "_blank", 0, properties(Hidden=True))
if document is None:
    os.killpg(office.pid, signal.SIGKILL)
    raise SystemExit(f"LibreOffice does not open {book}")
window = document.CurrentController
sheet = document.Sheets.getByName("Sessions")
window.setActiveSheet(sheet)
dispatch = create("com.sun.star.frame.DispatchHelper", context).executeDispatch
for entry in typed:
    cell, text = entry.split("=", 1)
    dispatch(window.Frame, ".uno:GoToCell", "", 0, properties(ToPoint=cell))
    dispatch(window.Frame, ".uno:EnterString", "", 0, properties(StringName=text))
    print(cell, sheet.getCellRangeByName(cell).Validation.Type.value, sheet.getCellRangeByName(cell).String)
document.storeToURL(uno.systemPathToFileUrl(saved), properties(FilterName="Calc MS Excel 2007 XML"))
# A LibreOffice without windows may abort when it is asked to end; it has saved, so all of it is ended from here.
os.killpg(office.pid, signal.SIGKILL)
office.wait()
