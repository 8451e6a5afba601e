// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProvenanceChecks.h"

#include "library/Licences.h"

#include <algorithm>

namespace library
{

namespace
{

bool isCovered (double frequencyHz, const std::vector<BandUncertainty>& uncertainties)
{
    return std::any_of (
        uncertainties.begin(), uncertainties.end(), [frequencyHz] (const auto& each) {
            return each.db > 0.0 && frequencyHz >= each.band.lowHz
                   && frequencyHz <= each.band.highHz;
        });
}

void checkBands (const Provenance& provenance, ProfileFindings& findings)
{
    const Band band = provenance.usableBandHz;

    findings.expect (band.lowHz >= 20.0 && band.highHz <= 20000.0 && band.lowHz < band.highHz,
                     "/provenance/usableBandHz",
                     "It reaches beyond the data.",
                     "The grid runs from 20 Hz to 20 kHz.");

    for (const double frequency : dsp::libraryGridHz())
        if (frequency >= band.lowHz && frequency <= band.highHz
            && ! isCovered (frequency, provenance.uncertaintyDb))
        {
            findings.expect (false,
                             "/provenance/uncertaintyDb",
                             "Nothing says how sure the level at " + decimal (frequency)
                                 + " Hz is.",
                             "Give an uncertainty in dB for every part of the usable band.");
            return;
        }
}

void checkLicence (const Provenance& provenance, ProfileFindings& findings)
{
    findings.expect (licenceClass (provenance.licence) != LicenceClass::unknown,
                     "/provenance/licence",
                     "\"" + provenance.licence + "\" is no licence known here.",
                     "Write the SPDX id of the data's licence, or LicenseRef-not-stated.");

    const bool wantsNaming = provenance.licence != "CC0-1.0" && provenance.licence != "WTFPL";

    findings.expect (! wantsNaming || ! provenance.attribution.empty(),
                     "/provenance/attribution",
                     "It is missing.",
                     "This licence or courtesy asks for naming the measurer.");
}

void checkClassFigure (const DeviceProfile& device, ProfileFindings& findings)
{
    const auto& provenance = device.provenance;
    const bool isMedian = provenance.evidence == Evidence::classMedian;
    const bool isTypical = provenance.evidence == Evidence::classTypical;

    if (! isMedian && ! isTypical)
        return;

    findings.expect (
        isMedian ? provenance.numUnits >= 5 : provenance.numUnits >= 2 && provenance.numUnits < 5,
        "/provenance/numUnits",
        "It does not fit " + std::string (evidenceId (provenance.evidence)) + ".",
        "From five units on a class figure is a class-median, below it is class-typical.");

    findings.expect (device.responses.front().spread.has_value(),
                     "/responses/0/spreadDb",
                     "It is missing.",
                     "A class figure says how far its units lie apart.");
}

void checkEvidence (const DeviceProfile& device, ProfileFindings& findings)
{
    const auto& provenance = device.provenance;

    findings.expect (provenance.evidence != Evidence::modelled
                         || ! provenance.modelledParts.empty(),
                     "/provenance/modelledParts",
                     "A modelled device does not say what it is modelled on.",
                     "Add its band and the basis of the model.");

    for (const auto& part : provenance.modelledParts)
        findings.expect (! part.basis.empty(),
                         "/provenance/modelledParts",
                         "A modelled part has no basis.",
                         "Say which physics or practice supplied it.");

    findings.expect (! provenance.rig.empty(),
                     "/provenance/rig",
                     "It is missing.",
                     "Name the ear simulator, or free-field, in-room or not-stated.");

    checkClassFigure (device, findings);
}

} // namespace

void checkProvenance (const DeviceProfile& device, ProfileFindings& findings)
{
    checkBands (device.provenance, findings);
    checkLicence (device.provenance, findings);
    checkEvidence (device, findings);
}

} // namespace library
